import CBrotli
import CZlib

/// Compresses what never changes, once: gzip (RFC 1952) and Brotli (RFC 7932), by Debian's own libraries.
/// The same bytes always come out the same: no time and no name is in them.
enum Compression {
    /// Nil where the library cannot.
    static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 for gzip's own head.
        guard
            deflateInit2_(
                &stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        var input = bytes
        var isWhole = false
        let output = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(bound)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = isWhole ? bound - Int(stream.avail_out) : 0
        }
        return isWhole ? output : nil
    }

    /// Quality 9 of 11 with a window of 64 KiB: a page takes half a millisecond. 11 would make it a seventh smaller and
    /// take 13 ms for each page of each language, which a start cannot spare.
    static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
        var size = BrotliEncoderMaxCompressedSize(bytes.count)
        guard size > 0 else { return nil }
        var isWhole = false
        let output = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            isWhole =
                BrotliEncoderCompress(
                    9, 16, BROTLI_MODE_TEXT, bytes.count, bytes, &size, buffer.baseAddress!)
                == BROTLI_TRUE
            count = isWhole ? size : 0
        }
        return isWhole ? output : nil
    }
}
