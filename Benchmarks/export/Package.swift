// swift-tools-version: 6.1
import PackageDescription

// Apart from the product, so that building Liaison never builds its benchmarks.
let package = Package(
    name: "export-benchmark",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "Liaison", path: "../..")],
    targets: [
        .executableTarget(
            name: "export-benchmark",
            dependencies: [
                .product(name: "LiaisonModel", package: "Liaison"),
                .product(name: "LiaisonExport", package: "Liaison"),
                .product(name: "LiaisonStore", package: "Liaison"),
                .product(name: "LiaisonData", package: "Liaison"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
