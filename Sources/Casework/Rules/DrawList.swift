/// An analyst draws a list from the agency's register.
package struct DrawList: Command {
    package var definition: ListDefinition

    package init(definition: ListDefinition) {
        self.definition = definition
    }

    package func decide(
        on desk: Desk,
        in setting: Setting
    ) throws(Refusal) -> (Decision, CaptureListID) {
        let checkedDefinition = ListDefinition(
            name: try checked(definition.name, "listName", limit: 100),
            window: try definition.window.checked(),
            place: try checked(definition.place, "place", required: false, limit: 200),
            findings: definition.findings,
            meaning: try checked(definition.meaning, "definition", limit: 2000)
        )
        let list = CaptureList(
            id: .random(),
            definition: checkedDefinition,
            count: desk.count(checkedDefinition)
        )
        return (
            Decision("list.drawn", [Placed(.listDrawn(list), in: setting.register)]), list.id
        )
    }
}
