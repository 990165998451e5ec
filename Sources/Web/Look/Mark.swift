/// The mark of Enlace: two links of a chain that hold each other.
package enum Mark {
    /// The mark for the top of a page, in the colour of the text around it.
    package static let svg = HTML(
        verbatim: """
            <svg class="mark" viewBox="0 0 40 24" width="50" height="30" aria-hidden="true" \
            focusable="false"><g fill="none" stroke="currentColor" stroke-width="3.5">\
            <path d="M22 18.6A9.5 9.5 0 1 1 22 5.4"/>\
            <path d="M18 5.4A9.5 9.5 0 1 1 18 18.6" class="mark-other"/></g></svg>
            """
    )
}
