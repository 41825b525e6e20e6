package rootstore;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

public class PlanWatch implements TestExecutionListener {
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        Events.write("opens plan");
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Events.write("closes plan");
    }
}
