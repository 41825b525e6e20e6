package io.github.surefiremp.redis;

import io.github.surefiremp.queue.QueueAddress;
import io.github.surefiremp.queue.QueueKey;
import io.github.surefiremp.queue.QueueServer;
import io.github.surefiremp.queue.QueueServers;
import java.io.IOException;
import java.util.List;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** Connects to Redis servers, from 6.2 on, and to what speaks their protocol. */
public final class RedisServers implements QueueServers {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int MAJOR = 6;
    private static final int MINOR = 2;

    /** Found by its name. */
    public RedisServers() {}

    @Override
    public QueueServer connect(QueueAddress address, QueueKey key, String machine, long leaseMillis)
            throws IOException {
        Jedis jedis = open(address);
        try {
            checkVersion(jedis.info("server"));
            return new RedisQueue(jedis, new Keys(key), machine, leaseMillis);
        } catch (JedisException e) {
            jedis.close();
            throw new IOException(reason(e), e);
        } catch (IOException e) {
            jedis.close();
            throw e;
        }
    }

    @Override
    public List<QueueKey> queues(QueueAddress address, String build) throws IOException {
        try (Jedis jedis = open(address)) {
            return jedis.smembers(Keys.ofBuild(build)).stream()
                    .sorted()
                    .map(name -> Keys.parse(build, name))
                    .toList();
        } catch (JedisException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static Jedis open(QueueAddress address) throws IOException {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .ssl(address.tls())
                .database(address.database())
                .clientName("mp")
                .connectionTimeoutMillis(TIMEOUT_MILLIS)
                .socketTimeoutMillis(TIMEOUT_MILLIS);
        if (!address.user().isEmpty()) {
            config.user(address.user());
        }
        if (!address.password().isEmpty()) {
            config.password(address.password());
        }
        try {
            return new Jedis(new HostAndPort(address.host(), address.port()), config.build());
        } catch (JedisException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static void checkVersion(String info) throws IOException {
        // Valkey says here with which version of Redis it is compatible.
        String version = info.lines()
                .filter(line -> line.startsWith("redis_version:"))
                .map(line -> line.substring("redis_version:".length()).trim())
                .findFirst()
                .orElse("");
        String[] parts = version.split("\\.", -1);
        try {
            int major = Integer.parseInt(parts[0]);
            if (major > MAJOR || (major == MAJOR && Integer.parseInt(parts[1]) >= MINOR)) {
                return;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Told below.
        }
        throw new IOException(
                "the server is version " + version + ", and mp needs " + MAJOR + "." + MINOR + " or newer");
    }

    /** What went wrong, with the reasons behind it. */
    static String reason(JedisException e) {
        StringBuilder text = new StringBuilder(String.valueOf(e.getMessage()));
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            text.append(": ").append(cause.getMessage());
        }
        for (Throwable also : e.getSuppressed()) {
            text.append(": ").append(also.getMessage());
        }
        return text.toString();
    }
}
