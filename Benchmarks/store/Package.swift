// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "store-benchmark",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "Liaison", path: "../..")],
    targets: [
        .executableTarget(
            name: "store-benchmark",
            dependencies: [
                .product(name: "LiaisonModel", package: "Liaison"), .product(name: "LiaisonStore", package: "Liaison"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
