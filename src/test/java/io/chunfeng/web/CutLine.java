package io.chunfeng.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to the application that can be lost: for the page, its service worker and whatever else the browser does. */
final class CutLine implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile State state = State.OPEN;

    private enum State {
        OPEN,
        /** Nothing gets through. */
        CUT,
        /** What is sent arrives; the answers do not. */
        DEAF
    }

    CutLine(String address) throws IOException {
        this.port = URI.create(address).getPort();
        inBackground(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    void open() {
        state = State.OPEN;
    }

    void cut() {
        state = State.CUT;
        sockets.forEach(CutLine::quietly);
    }

    void loseAnswers() {
        state = State.DEAF;
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket phone = door.accept();
            if (state == State.CUT) {
                phone.close();
                continue;
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(phone);
            sockets.add(server);
            inBackground(() -> pump(phone, server, false));
            inBackground(() -> pump(server, phone, true));
        }
    }

    private void pump(Socket from, Socket to, boolean answers) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (state == State.CUT || answers && state == State.DEAF) {
                    return;
                }
                out.write(bytes, 0, read);
                out.flush();
            }
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Lines end when they are cut, which is the point. */
    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
