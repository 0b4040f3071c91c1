// swift-tools-version: 6.2
// One package. A target is a trust zone: what a target may not link, it cannot do.
// `Scripts/arrows` (part of `make lint`) checks the same rules against the import lines.

import PackageDescription

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let crypto: [Target.Dependency] = [
    .product(name: "Crypto", package: "swift-crypto"),
    .product(name: "CryptoExtras", package: "swift-crypto"),
]
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
    name: "heed",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "heed", targets: ["heed"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.30.0"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
    ],
    targets: [
        // System edges.
        .systemLibrary(
            name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
        .target(name: "CHardening"),

        // Values and rules. Nothing here touches the world.
        .target(name: "HeedCore"),
        .target(name: "HeedVault", dependencies: crypto),
        .target(name: "HeedLedger", dependencies: ["HeedCore", "HeedVault"] + crypto),

        // Custody of private keys. Nothing the public side links may reach this.
        .target(name: "HeedKeyring", dependencies: ["HeedCore", "HeedVault", "HeedLedger"] + crypto),

        // Storage: one portable SQL, two engines.
        .target(
            name: "HeedSQL",
            dependencies: [.product(name: "GRDB", package: "GRDB.swift"), "CPostgres", logging]),
        .target(
            name: "HeedStore",
            dependencies: ["HeedSQL", "HeedCore", "HeedVault", logging, metrics],
            resources: [.copy("Migrations")]),

        // What people can do: the public's actions, and the desk's.
        .target(
            name: "HeedIntake",
            dependencies: ["HeedCore", "HeedVault", "HeedLedger", "HeedSQL", "HeedStore", logging, metrics]),
        .target(
            name: "HeedCasework",
            dependencies: [
                "HeedCore", "HeedVault", "HeedLedger", "HeedKeyring", "HeedStore", logging, metrics,
            ]),

        // Pages.
        .target(
            name: "HeedContent", dependencies: ["HeedCore"],
            resources: [.copy("Locales"), .copy("Pages"), .copy("Answers")]),
        .target(
            name: "HeedWeb",
            dependencies: [
                "HeedCore", "HeedContent", "HeedVault", "CZlib", "CBrotli", hummingbird, logging, metrics, lifecycle,
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .target(
            name: "HeedPublic",
            dependencies: [
                "HeedCore", "HeedContent", "HeedVault", "HeedIntake", "HeedWeb", hummingbird, logging,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            resources: [.copy("Templates"), .copy("Assets")]),
        .target(
            name: "HeedDesk",
            dependencies: [
                "HeedCore", "HeedContent", "HeedVault", "HeedIntake", "HeedCasework", "HeedWeb", hummingbird, logging,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            resources: [.copy("Templates"), .copy("Assets")]),

        // The program: the only place that knows every part.
        .executableTarget(
            name: "heed",
            dependencies: [
                "CHardening", "HeedCore", "HeedVault", "HeedLedger", "HeedKeyring", "HeedSQL", "HeedStore",
                "HeedIntake", "HeedCasework", "HeedContent", "HeedWeb", "HeedPublic", "HeedDesk",
                logging, metrics, lifecycle, hummingbird,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),

        // Tests.
        .target(
            name: "HeedTestKit",
            dependencies: ["HeedCore", "HeedSQL", "HeedStore", logging],
            path: "Tests/HeedTestKit"),
        .testTarget(name: "HeedCoreTests", dependencies: ["HeedCore"]),
        .testTarget(name: "HeedVaultTests", dependencies: ["HeedVault"] + crypto),
        .testTarget(name: "HeedLedgerTests", dependencies: ["HeedLedger", "HeedVault", "HeedCore"] + crypto),
        .testTarget(
            name: "HeedKeyringTests", dependencies: ["HeedKeyring", "HeedLedger", "HeedVault", "HeedCore"] + crypto),
        .testTarget(name: "HeedSQLTests", dependencies: ["HeedSQL", "HeedTestKit"]),
        .testTarget(
            name: "HeedStoreTests", dependencies: ["HeedStore", "HeedSQL", "HeedVault", "HeedCore", "HeedTestKit"]),
        .testTarget(
            name: "HeedWebTests",
            dependencies: [
                "HeedWeb", "HeedCore", "HeedContent", hummingbird, logging, lifecycle,
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        .testTarget(
            name: "HeedPublicTests",
            dependencies: [
                "HeedPublic", "HeedIntake", "HeedLedger", "HeedWeb", "HeedCore", "HeedContent", "HeedVault",
                hummingbird,
                logging,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .testTarget(
            name: "HeedIntakeTests",
            dependencies: ["HeedIntake", "HeedStore", "HeedSQL", "HeedVault", "HeedLedger", "HeedCore", "HeedTestKit"]),
        .testTarget(
            name: "HeedCaseworkTests",
            dependencies: [
                "HeedCasework", "HeedIntake", "HeedKeyring", "HeedStore", "HeedSQL", "HeedVault", "HeedLedger",
                "HeedCore", "HeedTestKit",
            ]),
        .testTarget(
            name: "HeedDeskTests",
            dependencies: [
                "HeedDesk", "HeedWeb", "HeedContent", "HeedCasework", "HeedIntake", "HeedKeyring", "HeedStore",
                "HeedSQL",
                "HeedVault", "HeedLedger", "HeedCore", "HeedTestKit", hummingbird, logging,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .testTarget(
            name: "HeedContentTests", dependencies: ["HeedContent", "HeedCore"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.name != "CHardening" {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            .treatAllWarnings(as: .error),
        ]
}
