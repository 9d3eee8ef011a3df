internal import LiaisonStore

extension Failure {
    /// What a store could not do, with the exit code that fits.
    init(_ error: StoreError) {
        let code: Code =
            switch error.category {
            case .badData: .badData
            case .notFound: .notFound
            case .inputOutput: .inputOutput
            case .ourFault: .ourFault
            }
        self.init(code, error.message)
    }
}
