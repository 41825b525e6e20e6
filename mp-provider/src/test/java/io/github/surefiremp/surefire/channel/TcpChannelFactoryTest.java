package io.github.surefiremp.surefire.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.apache.maven.surefire.spi.MasterProcessChannelProcessorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TcpChannelFactoryTest {
    @Test
    void itSaysWhoItIsAndLeavesNoThreadBehind() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TcpChannelFactory factory = new TcpChannelFactory();
            factory.connect("tcp://" + authority(server) + "?sessionId=0123-abc");
            try (Socket accepted = server.accept()) {
                assertThat(new String(accepted.getInputStream().readNBytes(8), StandardCharsets.US_ASCII))
                        .isEqualTo("0123-abc");
                assertThat(factory.isOver()).isFalse();

                factory.close();

                assertThat(factory.isOver()).isTrue();
                assertThat(accepted.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void aChannelWithoutASessionSaysNothing() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TcpChannelFactory factory = new TcpChannelFactory();
            factory.connect("tcp://" + authority(server));
            try (Socket accepted = server.accept()) {
                factory.close();

                assertThat(accepted.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void whatIsNotTcpIsRefused() {
        assertThatThrownBy(() -> new TcpChannelFactory().connect("pipe://1")).isInstanceOf(MalformedURLException.class);
    }

    @Test
    void surefiresBooterFindsItAsTheOnlyOneThatIsNotItsOwn() {
        assertThat(ServiceLoader.load(MasterProcessChannelProcessorFactory.class).stream()
                        .map(ServiceLoader.Provider::type)
                        .filter(type -> !type.getName().startsWith("org.apache.maven.surefire.booter.spi.")))
                .containsExactly(ForkChannelFactory.class);
    }

    private static String authority(ServerSocket server) {
        String host = server.getInetAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + server.getLocalPort();
    }
}
