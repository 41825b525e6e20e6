package cucumbers;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

public class Steps {
    private int cucumbers;

    @Given("{int} cucumbers")
    public void there(int count) {
        cucumbers = count;
    }

    @When("I eat {int}")
    public void eat(int count) {
        cucumbers -= count;
    }

    @Then("{int} are left")
    public void left(int count) {
        if (cucumbers != count) {
            throw new AssertionError(cucumbers + " are left");
        }
    }
}
