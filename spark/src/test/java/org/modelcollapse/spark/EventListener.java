package org.modelcollapse.spark;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Does something when so many tasks of an application have ended. Spark makes it by its name. */
public final class EventListener extends SparkListener {

    /** What to do, and after how many tasks. */
    record Plan(int tasks, Runnable action) {
    }

    private static final AtomicReference<Plan> PLAN = new AtomicReference<>();

    private final AtomicInteger ended = new AtomicInteger();

    static void after(final int tasks, final Runnable action) {
        PLAN.set(new Plan(tasks, action));
    }

    static boolean isDone() {
        return PLAN.get() == null;
    }

    @Override
    public void onTaskEnd(final SparkListenerTaskEnd event) {
        final Plan plan = PLAN.get();
        if (plan != null && ended.incrementAndGet() >= plan.tasks() && PLAN.compareAndSet(plan, null)) {
            plan.action().run();
        }
    }
}
