package io.github.surefiremp.coordination.broker;

/** A request on its way to its one answer. Guarded by the broker. */
final class Call {
    private final Client client;
    private final Request request;
    private final Waits waits;

    Call(Client client, Request request, Waits waits) {
        this.client = client;
        this.request = request;
        this.waits = waits;
    }

    Client client() {
        return client;
    }

    Request request() {
        return request;
    }

    String name() {
        return request.name();
    }

    Party party() {
        return new Party(client, request.thread());
    }

    /** Who asked, for people: the worker, and where in the tests. */
    String who() {
        return client.name() + (request.place().isEmpty() ? "" : ", " + request.place());
    }

    void answer(Answer answer) {
        waits.over(this);
        client.send(answer.to(request.id()));
    }

    void done() {
        answer(Answer.of(Answer.Kind.DONE));
    }

    void refuse(String text) {
        answer(Answer.of(Answer.Kind.REFUSED, text));
    }
}
