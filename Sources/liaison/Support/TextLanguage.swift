internal import ArgumentParser

/// The languages that are read and written.
enum TextLanguage: String, CaseIterable, ExpressibleByArgument {
    // The first is the one of labels and captions unless another is asked for.
    case english = "en"
    case french = "fr"
}
