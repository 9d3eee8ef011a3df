/// Buffers for analysing article after article without allocating anew. One per thread.
public struct AnalyzerWorkspace: Sendable {
    var text = TextWorkspace()
    package var names = NameWorkspace()

    public init() {}
}
