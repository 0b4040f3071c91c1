import NIOCore
import NIOPosix

/// A plain connection that sends whatever bytes a test likes and reads what comes back.
struct RawClient {
    private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>

    static func with<Value: Sendable>(
        port: Int, _ body: @escaping @Sendable (inout Conversation) async throws -> Value
    ) async throws -> Value {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var conversation = Conversation(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            return try await body(&conversation)
        }
    }

    /// Sends one request and reads until the server closes or the answer is whole by its length.
    static func exchange(port: Int, _ request: String) async throws -> String {
        try await with(port: port) { conversation in
            try await conversation.send(request)
            return try await conversation.readAnswer()
        }
    }

    struct Conversation {
        var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
        private(set) var received = ""

        init(
            inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
            outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
        ) {
            self.inbound = inbound
            self.outbound = outbound
        }

        func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

        /// Nil once the server has closed.
        mutating func read() async -> String? {
            guard let buffer = try? await inbound.next(isolation: #isolation) else { return nil }
            let text = String(buffer: buffer)
            received += text
            return text
        }

        /// What came until the server closed.
        mutating func readToEnd() async -> String {
            while await read() != nil {}
            return received
        }

        mutating func readAnswer() async throws -> String {
            received = ""
            while true {
                if let end = received.firstRange(of: "\r\n\r\n") {
                    let length = received[..<end.lowerBound].lowercased().split(separator: "\r\n")
                        .first { $0.hasPrefix("content-length: ") }
                        .flatMap { Int($0.dropFirst("content-length: ".count)) }
                    if received[end.upperBound...].utf8.count >= length ?? 0 { return received }
                }
                guard await read() != nil else { return received }
            }
        }
    }
}
