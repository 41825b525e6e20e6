package io.github.surefiremp.surefire;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.maven.plugin.surefire.log.api.ConsoleLogger;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.jspecify.annotations.Nullable;

/** What Surefire's decoder wants to know of its surroundings; trouble with the stream goes to one consumer. */
record ChannelArguments(int number, Path folder, Consumer<String> trouble) implements ForkNodeArguments {
    @Override
    public String getSessionId() {
        return "";
    }

    @Override
    public int getForkChannelId() {
        return number;
    }

    @Override
    public File dumpStreamText(String text) {
        trouble.accept(text);
        return folder.toFile();
    }

    @Override
    public File dumpStreamException(Throwable e) {
        trouble.accept(e.toString());
        return folder.toFile();
    }

    @Override
    public void logWarningAtEnd(String text) {
        trouble.accept(text);
    }

    @Override
    public ConsoleLogger getConsoleLogger() {
        return new NullConsoleLogger();
    }

    @Override
    public Object getConsoleLock() {
        return this;
    }

    @Override
    public @Nullable File getEventStreamBinaryFile() {
        return null;
    }

    @Override
    public @Nullable File getCommandStreamBinaryFile() {
        return null;
    }
}
