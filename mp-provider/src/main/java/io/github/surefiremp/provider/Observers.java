package io.github.surefiremp.provider;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WaitReason;
import java.util.List;

/** Tells several observers, in their order. */
record Observers(List<RunObserver> all) implements RunObserver {
    @Override
    public void planned(List<Unit> units) {
        all.forEach(one -> one.planned(units));
    }

    @Override
    public void workerStarted(int worker, long pid) {
        all.forEach(one -> one.workerStarted(worker, pid));
    }

    @Override
    public void workerReady(int worker) {
        all.forEach(one -> one.workerReady(worker));
    }

    @Override
    public void workerWaits(int worker, WaitReason reason) {
        all.forEach(one -> one.workerWaits(worker, reason));
    }

    @Override
    public void workerFinishes(int worker) {
        all.forEach(one -> one.workerFinishes(worker));
    }

    @Override
    public void unitStarted(int worker, Unit unit) {
        all.forEach(one -> one.unitStarted(worker, unit));
    }

    @Override
    public void reported(int worker, ReportEvent event) {
        all.forEach(one -> one.reported(worker, event));
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        all.forEach(one -> one.unitEnded(worker, unit));
    }

    @Override
    public void restPlanned(int worker, Unit lost, Unit rest) {
        all.forEach(one -> one.restPlanned(worker, lost, rest));
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        all.forEach(one -> one.unitLost(worker, unit, reason));
    }

    @Override
    public void unitSkipped(Unit unit) {
        all.forEach(one -> one.unitSkipped(unit));
    }

    @Override
    public void unitElsewhere(Unit unit) {
        all.forEach(one -> one.unitElsewhere(unit));
    }

    @Override
    public void workerEnded(int worker, int exitCode) {
        all.forEach(one -> one.workerEnded(worker, exitCode));
    }
}
