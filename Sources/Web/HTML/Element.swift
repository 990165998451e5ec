/// An element with content: `div(.class("card")) { "text" }`.
package struct Element: Sendable {
    private let name: StaticString

    /// Names an element, including any that this file has no constant for, such as those of SVG.
    package init(_ name: StaticString) {
        self.name = name
    }

    package func callAsFunction(
        _ attributes: Attribute?...,
        @HTMLBuilder content: () throws -> HTML
    ) rethrows -> HTML {
        let inside = try content()
        var html = HTML()
        html.reserve(inside.bytes.count + 64)
        html.open(name, attributes)
        html.append(inside)
        html.close(name)
        return html
    }

    /// The element without content: `script(.src(address))`.
    package func callAsFunction(_ attributes: Attribute?...) -> HTML {
        var html = HTML()
        html.open(name, attributes)
        html.close(name)
        return html
    }
}

/// An element that never has content nor an end tag: `input(.name("place"))`.
///
/// The list is that of the HTML Standard, section 13.1.2, "void elements".
package struct VoidElement: Sendable {
    private let name: StaticString

    fileprivate init(_ name: StaticString) {
        self.name = name
    }

    package func callAsFunction(_ attributes: Attribute?...) -> HTML {
        var html = HTML()
        html.open(name, attributes)
        return html
    }
}

extension HTML {
    fileprivate mutating func open(_ name: StaticString, _ attributes: [Attribute?]) {
        append(literal: "<")
        append(literal: name)
        for case let attribute? in attributes {
            append(attribute)
        }
        append(literal: ">")
    }

    fileprivate mutating func close(_ name: StaticString) {
        append(literal: "</")
        append(literal: name)
        append(literal: ">")
    }
}

package let a = Element("a")
package let article = Element("article")
package let aside = Element("aside")
package let body = Element("body")
package let button = Element("button")
package let caption = Element("caption")
package let code = Element("code")
package let dd = Element("dd")
package let details = Element("details")
package let div = Element("div")
package let dl = Element("dl")
package let dt = Element("dt")
package let em = Element("em")
package let fieldset = Element("fieldset")
package let figcaption = Element("figcaption")
package let figure = Element("figure")
package let footer = Element("footer")
package let form = Element("form")
package let h1 = Element("h1")
package let h2 = Element("h2")
package let h3 = Element("h3")
package let head = Element("head")
package let header = Element("header")
package let html = Element("html")
package let label = Element("label")
package let legend = Element("legend")
package let li = Element("li")
package let main = Element("main")
package let nav = Element("nav")
package let ol = Element("ol")
package let option = Element("option")
package let p = Element("p")
package let pre = Element("pre")
package let script = Element("script")
package let section = Element("section")
package let select = Element("select")
package let small = Element("small")
package let span = Element("span")
package let strong = Element("strong")
package let summary = Element("summary")
package let svg = Element("svg")
package let table = Element("table")
package let tbody = Element("tbody")
package let td = Element("td")
package let textarea = Element("textarea")
package let th = Element("th")
package let thead = Element("thead")
package let time = Element("time")
package let title = Element("title")
package let tr = Element("tr")
package let ul = Element("ul")

package let br = VoidElement("br")
package let hr = VoidElement("hr")
package let img = VoidElement("img")
package let input = VoidElement("input")
package let link = VoidElement("link")
package let meta = VoidElement("meta")
