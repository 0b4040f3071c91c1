import NIOCore
import NIOHTTP1

/// Answers what is held in memory at once, on the connection's own loop, before anything of the framework sees the request.
///
/// Only where every request before it is answered, so that answers leave in the order of their requests, and only a
/// request that says nothing out of the way; all others go the way through the site, which answers the same bytes.
final class MemoryHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    private let kept: KeptShelf
    private let connection: ConnectionHandler
    /// Where bytes are written that are an answer already.
    private let line: ChannelHandlerContext
    /// What leaves when its request has arrived whole.
    private var reply: KeptReply?

    private init(_ kept: KeptShelf, _ connection: ConnectionHandler, _ line: ChannelHandlerContext) {
        self.kept = kept
        self.connection = connection
        self.line = line
    }

    /// Puts one right after the decoder of requests.
    static func add(to pipeline: ChannelPipeline, _ kept: KeptShelf, _ connection: ConnectionHandler) {
        let operations = pipeline.syncOperations
        guard let decoder = try? operations.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self),
            let encoder = try? operations.context(handlerType: HTTPResponseEncoder.self)
        else { return }
        try? operations.addHandler(MemoryHandler(kept, connection, encoder), position: .after(decoder))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            reply = connection.isIdle ? kept.reply(to: head) : nil
            if reply != nil { return }
        case .body: break
        case .end:
            if let reply {
                self.reply = nil
                connection.answeredAtOnce()
                return send(reply)
            }
        }
        context.fireChannelRead(data)
    }

    private func send(_ reply: KeptReply) {
        var head = reply.head
        head.writeString(kept.date)
        line.write(NIOAny(head), promise: nil)
        if let body = reply.body { line.write(NIOAny(body), promise: nil) }
        line.flush()
    }
}
