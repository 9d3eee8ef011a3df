internal import LiaisonModel

/// Makes a document agree with itself: a name found surely in one place is found in all.
enum DocumentNames {
    static func agree(_ text: inout AnnotatedText, _ views: [NameView]) {
    }
}
