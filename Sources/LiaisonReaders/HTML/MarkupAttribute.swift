internal import CLibXML2

/// An attribute of a ``MarkupNode``; valid while the tree is read.
struct MarkupAttribute {
    let pointer: xmlAttrPtr

    /// The bytes of the name, up to its NUL.
    var namePointer: UnsafePointer<UInt8>? { pointer.pointee.name }
    var next: MarkupAttribute? { pointer.pointee.next.map(MarkupAttribute.init) }

    /// The bytes of the value, up to its NUL; nil where it has none.
    var content: UnsafePointer<UInt8>? { pointer.pointee.children.flatMap { UnsafePointer($0.pointee.content) } }
    var value: String { content.map { String(cString: $0) } ?? "" }
}
