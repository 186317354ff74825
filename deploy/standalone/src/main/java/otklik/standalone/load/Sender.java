package otklik.standalone.load;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Hands batches in, two at a time, while the file is being read. The first failure stops the load. */
final class Sender implements AutoCloseable {

    private static final int IN_FLIGHT = 2;
    private static final String POSTS = "/api/ingest/v1/posts";

    private final PatientClient client;
    private final String jurisdiction;
    private final Tally tally;
    private final RejectedFile rejected;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(IN_FLIGHT);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Sender(PatientClient client, String jurisdiction, Tally tally, RejectedFile rejected) {
        this.client = client;
        this.jurisdiction = jurisdiction;
        this.tally = tally;
        this.rejected = rejected;
    }

    /** Waits for a free place; throws what stopped an earlier batch. */
    void send(Batch batch) throws InterruptedException {
        places.acquire();
        throwFailure();
        var unused = threads.submit(() -> {
            try {
                handIn(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                places.release();
            }
        });
    }

    /** Waits for everything on its way. */
    void finish() throws InterruptedException {
        places.acquire(IN_FLIGHT);
        places.release(IN_FLIGHT);
        throwFailure();
    }

    private void handIn(Batch batch) throws InterruptedException {
        PatientClient.Answer answer = client.post(POSTS, batch.json(jurisdiction));
        if (answer.status() == 200) {
            count(batch, answer.body());
        } else if (batch.size() == 1 && (answer.status() == 422 || answer.status() == 413)) {
            reject(batch.row(0), answer.body().path("detail").asString("не принято"));
        } else {
            throw LoadTrouble.unreachable(
                    "Отклик не принял загрузку: " + answer.body().path("detail").asString("ответ " + answer.status()));
        }
    }

    private void count(Batch batch, JsonNode receipt) {
        receipt.path("rejected")
                .forEach(one -> reject(
                        batch.row(one.path("index").asInt()), one.path("detail").asString("не принято")));
        tally.handedIn(receipt.path("accepted").asLong(), receipt.path("known").asLong());
    }

    private void reject(Row row, String reason) {
        tally.reject();
        rejected.add(row, reason);
    }

    private void throwFailure() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
