/// What is wrong with a template, and where.
struct TemplateError: Error, Hashable, CustomStringConvertible {
    /// The template's name.
    var template: String
    /// Counted from 1; 0 where it is about the whole.
    var line: Int
    var message: String

    var description: String { "\(template):\(line): \(message)" }
}
