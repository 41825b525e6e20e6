package testng;

import org.testng.ITestListener;
import org.testng.ITestResult;

public class Telling implements ITestListener {
    static int heard;

    @Override
    public void onTestStart(ITestResult result) {
        heard++;
    }
}
