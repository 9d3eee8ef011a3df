internal import LiaisonModel

extension ByteOutput {
    /// `name="value"` for a value that people see: a label, a tooltip.
    func label(_ name: StaticString, _ value: String) {
        text(name)
        text("=\"")
        escaped(value, .dotLabel)
        byte(UInt8(ascii: "\""))
    }

    /// `, name="value"` for a value that programs read.
    func attribute(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        text(", ")
        text(name)
        text("=\"")
        escaped(DisplayLabel.clipped(value, to: DOTWriter.maximumValueLength), .dotData)
        byte(UInt8(ascii: "\""))
    }

    /// `, name="value"` for a value that programs read.
    func attribute(_ name: StaticString, _ value: BorrowedText?) {
        guard let value else { return }
        // What is short in bytes is short in code points.
        if value.count > DOTWriter.maximumValueLength { return attribute(name, value.string) }
        text(", ")
        text(name)
        text("=\"")
        escaped(value, .dotData)
        byte(UInt8(ascii: "\""))
    }

    /// `, name="value"` for a value that is known to need no escaping.
    func attribute(_ name: StaticString, word value: String) {
        text(", ")
        text(name)
        text("=\"")
        plain(value)
        byte(UInt8(ascii: "\""))
    }

    /// `, name=value`.
    func attribute(_ name: StaticString, _ value: Int) {
        text(", ")
        text(name)
        byte(UInt8(ascii: "="))
        integer(value)
    }
}
