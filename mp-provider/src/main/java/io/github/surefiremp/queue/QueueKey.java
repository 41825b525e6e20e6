package io.github.surefiremp.queue;

/**
 * Names a queue.
 *
 * @param build what all machines call the build
 * @param module groupId:artifactId
 * @param execution plugin and execution id
 */
public record QueueKey(String build, String module, String execution) {}
