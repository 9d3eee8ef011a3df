/// What a template is given, by name.
typealias Fields = [String: any FieldValue]

/// A value that a template can show.
protocol FieldValue: Sendable {
    var field: Field { get }
}

/// What a template does with a value.
enum Field: Sendable {
    /// Shown as it is but for what HTML reserves. As a section it is there, empty or not.
    case text(String)
    /// Shows or leaves out a section.
    case flag(Bool)
    /// A section is shown once, with these fields before those around it.
    case fields(Fields)
    /// A section is shown once for each.
    case list([Fields])
}

extension String: FieldValue {
    var field: Field { .text(self) }
}

extension Bool: FieldValue {
    var field: Field { .flag(self) }
}

extension [Fields]: FieldValue {
    var field: Field { .list(self) }
}

extension Fields: FieldValue {
    var field: Field { .fields(self) }
}

/// A value for a template: `false` where there is none, so that a section of that name is left out and no outer field of
/// the same name takes its place.
func optional(_ value: (any FieldValue)?) -> any FieldValue { value ?? false }
