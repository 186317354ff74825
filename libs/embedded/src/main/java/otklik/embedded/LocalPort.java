package otklik.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import otklik.embedded.EmbeddedStartException.Reason;

/** Ports of the loopback address. */
public final class LocalPort {

    private LocalPort() {}

    /** A port that was free a moment ago; somebody else may still take it before its user does. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedStartException(Reason.FAILED, "No free port on 127.0.0.1: " + e.getMessage() + ".", e);
        }
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The port itself, or a free one for 0; refuses a busy one in the name of its would-be user. */
    static int claim(int port, String user) {
        if (port == 0) {
            return free();
        }
        if (!isFree(port)) {
            throw new EmbeddedStartException(
                    Reason.PORT_BUSY, "Port " + port + " of 127.0.0.1, wanted by " + user + ", is busy.", null);
        }
        return port;
    }
}
