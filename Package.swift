// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "Liaison",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "liaison", targets: ["liaison"]),
        .library(name: "LiaisonModel", targets: ["LiaisonModel"]),
        .library(name: "LiaisonLanguage", targets: ["LiaisonLanguage"]),
        .library(name: "LiaisonExtraction", targets: ["LiaisonExtraction"]),
        .library(name: "LiaisonStore", targets: ["LiaisonStore"]),
        .library(name: "LiaisonExport", targets: ["LiaisonExport"]),
        .library(name: "LiaisonData", targets: ["LiaisonData", "LiaisonSchemas"]),
    ],
    dependencies: [
        // SQLite: safe statements, migrations, concurrency.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // The command line: parsing, help, completion.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Diagnostics on standard error, with levels.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        // YAML of `Schemas`, at build time and for `--schemas`.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // The pages of `liaison serve`: an HTTP server.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0", traits: []),
    ],
    targets: [
        // SHA-256 by the processor's own instructions.
        .target(name: "CDigest"),
        .target(name: "LiaisonModel", dependencies: ["CDigest"], swiftSettings: settings),
        .target(
            name: "LiaisonSchemas",
            dependencies: ["LiaisonModel", "Yams"],
            swiftSettings: settings),
        .executableTarget(
            name: "embed-schemas",
            dependencies: ["LiaisonSchemas"],
            swiftSettings: settings),
        .plugin(name: "EmbedSchemas", capability: .buildTool(), dependencies: ["embed-schemas"]),
        .target(
            name: "LiaisonData",
            dependencies: ["LiaisonSchemas"],
            swiftSettings: settings,
            plugins: ["EmbedSchemas"]),
        // The learned models, linked in as they are.
        .target(name: "CLiaisonModels", cSettings: [.headerSearchPath("../../Models")]),
        .target(
            name: "LiaisonLanguage",
            dependencies: ["LiaisonModel", "LiaisonSchemas", "CLiaisonModels"],
            swiftSettings: settings),
        .target(
            name: "LiaisonExtraction",
            dependencies: ["LiaisonModel", "LiaisonSchemas", "LiaisonLanguage"],
            swiftSettings: settings),
        // HTML and feeds: a parser that has seen the web.
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        // Compressed inputs.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        // Pages and feeds over HTTP.
        .target(
            name: "CCurl",
            linkerSettings: [
                .linkedLibrary("curl", .when(platforms: [.macOS])), .linkedLibrary("dl", .when(platforms: [.linux])),
            ]),
        .target(
            name: "LiaisonReaders", dependencies: ["LiaisonModel", "CLibXML2", "CZlib", "CCurl"],
            swiftSettings: settings),
        // Fetching from memory ahead of time.
        .systemLibrary(name: "CPrefetch"),
        // What SQLite can be told only by way of C.
        .systemLibrary(name: "CSQLiteSettings"),
        .target(
            name: "LiaisonStore",
            dependencies: [
                "LiaisonModel", "CPrefetch", "CSQLiteSettings", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(name: "LiaisonExport", dependencies: ["LiaisonModel"], swiftSettings: settings),
        .target(
            name: "LiaisonExplorer",
            dependencies: [
                "LiaisonModel", "LiaisonSchemas", "LiaisonStore", "LiaisonExport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Resources"], swiftSettings: settings, plugins: ["EmbedSchemas"]),
        // How much freed memory a server keeps.
        .systemLibrary(name: "CMalloc"),
        .executableTarget(
            name: "liaison",
            dependencies: [
                "LiaisonModel", "LiaisonSchemas", "LiaisonData", "LiaisonLanguage", "LiaisonExtraction",
                "LiaisonReaders", "LiaisonStore", "LiaisonExport", "LiaisonExplorer", "CMalloc",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "liaison-train",
            dependencies: [
                "LiaisonModel", "LiaisonSchemas", "LiaisonData", "LiaisonLanguage", "LiaisonExtraction",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "language-bench",
            dependencies: ["LiaisonModel", "LiaisonSchemas", "LiaisonData", "LiaisonLanguage"],
            path: "Benchmarks/language", exclude: ["README.md"], swiftSettings: settings),
        .testTarget(
            name: "LiaisonLanguageTests",
            dependencies: ["LiaisonModel", "LiaisonSchemas", "LiaisonData", "LiaisonLanguage"],
            swiftSettings: settings),
        .testTarget(
            name: "LiaisonTrainTests",
            dependencies: ["LiaisonModel", "LiaisonLanguage", "LiaisonExtraction", "liaison-train"],
            swiftSettings: settings),
        .testTarget(
            name: "LiaisonExtractionTests",
            dependencies: ["LiaisonModel", "LiaisonSchemas", "LiaisonData", "LiaisonLanguage", "LiaisonExtraction"],
            swiftSettings: settings),
        .testTarget(name: "LiaisonModelTests", dependencies: ["LiaisonModel"], swiftSettings: settings),
        .testTarget(
            name: "LiaisonSchemasTests", dependencies: ["LiaisonModel", "LiaisonSchemas", "LiaisonData"],
            swiftSettings: settings),
        .testTarget(
            name: "LiaisonReadersTests",
            dependencies: ["LiaisonModel", "LiaisonSchemas", "LiaisonData", "LiaisonReaders"], exclude: ["Pages"],
            swiftSettings: settings),
        .testTarget(
            name: "LiaisonExportTests",
            dependencies: ["LiaisonModel", "LiaisonSchemas", "LiaisonData", "LiaisonExport"],
            swiftSettings: settings),
        .testTarget(name: "liaisonTests", dependencies: ["liaison"], swiftSettings: settings),
        .testTarget(
            name: "LiaisonExplorerTests",
            dependencies: [
                "LiaisonModel", "LiaisonSchemas", "LiaisonData", "LiaisonStore", "LiaisonExport", "LiaisonExplorer",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "LiaisonStoreTests",
            dependencies: ["LiaisonModel", "LiaisonStore", .product(name: "GRDB", package: "GRDB.swift")],
            exclude: ["Stores"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
