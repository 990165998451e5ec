// swift-tools-version:6.3
import PackageDescription

// Every target obeys the same rules; the SE numbers say what each switch asks for.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("ImmutableWeakCaptures"),  // SE-0481
    .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .strictMemorySafety(),  // SE-0458
    .treatAllWarnings(as: .error),  // SE-0443
    .treatWarning("DeprecatedDeclaration", as: .warning),
]

let package = Package(
    name: "enlace",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "enlace", targets: ["enlace"]),
        .library(name: "Estimation", targets: ["Estimation"]),
        .library(name: "Ledger", targets: ["Ledger"]),
        .library(name: "Linkage", targets: ["Linkage"]),
        .library(name: "Telegram", targets: ["Telegram"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.0"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.30.0"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle.git",
            from: "2.13.0"
        ),
    ],
    targets: [
        .executableTarget(
            name: "enlace",
            dependencies: [
                "Casework", "Coalition", "Estimation", "Ledger", "Linkage", "Telegram",
                "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.embedInCode("Resources")]
        ),
        .target(
            name: "Web",
            dependencies: [
                "CQREncode", "Casework", "Coalition", "Estimation", "Ledger", "Linkage", "Telegram",
                "Vault",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Resources")]
        ),
        .target(
            name: "Coalition",
            dependencies: [
                "Casework", "Estimation", "Ledger", "Linkage", "Telegram", "Vault",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(name: "Casework", resources: [.embedInCode("Resources")]),
        .target(
            name: "Vault",
            dependencies: [
                "Ledger",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        .target(
            name: "Ledger",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(name: "Estimation"),
        .target(
            name: "Linkage",
            dependencies: [
                "CDice", "CYAML",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(name: "CDice"),
        .target(name: "Telegram", resources: [.embedInCode("Resources")]),
        .systemLibrary(name: "CQREncode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),

        .executableTarget(
            name: "enlace-bench",
            dependencies: [
                "Casework", "Coalition", "Estimation", "InventedPeople", "Ledger", "Linkage",
                "Vault",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            path: "Benchmarks",
            exclude: [
                "linkage-requirements.txt", "linkage_peers.py", "linkage_private_limit.c",
                "linkage_private_peers.py", "linkage_sets.py", "peers.R", "web.sh",
            ]
        ),

        .executableTarget(
            name: "ledger-hammer",
            dependencies: [
                "Ledger", "LedgerFuzz", "Linkage", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Hammer"
        ),

        .target(
            name: "LedgerFuzz",
            dependencies: ["Estimation", "Ledger", "TestSupport"],
            path: "Tests/Fuzz"
        ),
        .target(
            name: "InventedPeople",
            dependencies: ["TestSupport"],
            path: "Tests/InventedPeople"
        ),
        .target(name: "TestSupport", path: "Tests/Support"),
        .testTarget(name: "CaseworkTests", dependencies: ["Casework", "TestSupport"]),
        .testTarget(
            name: "CoalitionTests",
            dependencies: [
                "Casework", "Coalition", "Estimation", "Ledger", "Vault", "TestSupport",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .testTarget(name: "EstimationTests", dependencies: ["Estimation", "TestSupport"]),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Ledger", "LedgerFuzz", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "LinkageTests",
            dependencies: ["InventedPeople", "Linkage", "TestSupport"]
        ),
        .testTarget(name: "TelegramTests", dependencies: ["Telegram", "TestSupport"]),
        .testTarget(
            name: "VaultTests",
            dependencies: [
                "Ledger", "Vault", "TestSupport",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Casework", "Coalition", "Estimation", "Ledger", "Telegram", "Vault", "Web",
                "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
    ]
)

for target in package.targets where target.type != .system && target.name != "CDice" {
    target.swiftSettings = settings
}
