package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.account.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads of 1 GB, on a bare connection: what counts is when the server stops reading. */
@Timeout(120)
class HugeUploadTest extends RunningApplication {
    private static final long GIGABYTE = 1L << 30;
    private static final byte[] PIECE = new byte[1 << 20];
    private static final byte[] FORM =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "/intake, Content-Length: 1073741824",
        "/intake, Transfer-Encoding: chunked",
        "/capacity/import, Content-Length: 1073741824",
        "/capacity/import, Transfer-Encoding: chunked"
    })
    void theServerStopsReading(String path, String length) throws Exception {
        boolean chunked = length.endsWith("chunked");
        long sent = 0;
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(head(path, length));
            send(out, chunked, FORM);
            while (sent < GIGABYTE && socket.getInputStream().available() == 0) {
                send(out, chunked, PIECE);
                sent += PIECE.length;
            }
        } catch (IOException e) {
            // the server has closed its end
        }
        assertThat(sent).as("bytes sent").isLessThan(GIGABYTE / 8);
        assertThat(get(as(Role.COUNTY), "/intake").statusCode())
                .as("it still answers")
                .isEqualTo(200);
    }

    private Socket connect() throws IOException {
        URI address = URI.create(address());
        return new Socket(address.getHost(), address.getPort());
    }

    private byte[] head(String path, String length) throws Exception {
        Session session = as(path.equals("/intake") ? Role.COUNTY : Role.DISPATCHER);
        return String.join(
                        "\r\n",
                        "POST " + path + " HTTP/1.1",
                        "Host: " + URI.create(address()).getAuthority(),
                        "Cookie: " + Session.COOKIE + "=" + session.cookie(),
                        "X-CSRF-TOKEN: " + session.token(),
                        "Content-Type: multipart/form-data; boundary=x",
                        length,
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void send(OutputStream out, boolean chunked, byte[] bytes) throws IOException {
        if (chunked) {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(bytes);
        if (chunked) {
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
