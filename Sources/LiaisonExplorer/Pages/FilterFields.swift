internal import LiaisonModel

extension Presenter {
    /// The fields of the filter form.
    /// - Parameters:
    ///   - path: the page that the form leads to.
    ///   - kept: fields that the form passes on.
    ///   - nodes: how many entities a drawing has at most; nil for pages that are no drawing.
    func filters(_ query: ViewQuery, path: String, kept: FormFields = FormFields(), nodes: Int? = nil) -> Fields {
        var clear = kept
        if let nodes, nodes != GraphQuery.defaultNodes { clear.append("nodes", String(nodes)) }
        var fields: Fields = [
            "action": path, "kept": kept.items.map { item -> Fields in ["name": item.name, "value": item.value] },
            "isFiltered": !query.isEmpty,
            "clearHref": path + (clear.encoded.isEmpty ? "" : "?" + clear.encoded),
            "relationChoices": vocabulary.relations.map { relation -> Fields in
                [
                    "value": relation.id.text, "label": label(relation.id),
                    "relationClass": palette.relationClass(relation.id), "isOn": query.relations.contains(relation.id),
                ]
            },
            "kindChoices": EntityKind.allCases.filter { $0 != .place }.map { kind -> Fields in
                ["value": kind.rawValue, "label": self.kind(kind), "isOn": query.kinds.contains(kind)]
            },
            "stateChoices": EdgeState.allCases.map { state -> Fields in
                [
                    "value": state.rawValue, "label": texts["state-" + state.rawValue],
                    "isOn": query.states.contains(state),
                ]
            },
            "since": query.since ?? "", "until": query.until ?? "",
            "beliefChoices": beliefChoices(query.belief), "hasSizes": nodes != nil,
        ]
        if let nodes {
            fields["sizeChoices"] = Set(GraphQuery.sizes + [nodes]).sorted().map { size -> Fields in
                ["value": String(size), "label": String(size), "isOn": size == nodes]
            }
        }
        return fields
    }

    private func beliefChoices(_ chosen: Double) -> [Fields] {
        Set([0, 0.5, 0.7, 0.8, 0.9, 0.95, chosen]).sorted().map { belief in
            [
                "value": belief == 0 ? "" : ViewQuery.plain(belief),
                "label": belief == 0 ? texts["any"] : texts.belief(belief), "isOn": belief == chosen,
            ]
        }
    }
}
