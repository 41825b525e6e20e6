import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
['junit4', 'vintage', 'testng'].eachWithIndex { variant, i ->
    def build = i + 1
    [ExitTest: 'exit code 5', HaltTest: 'exit code 6'].each { type, code ->
        assert log.lines(build).any { it.contains("crashclasses.$type#b_ends did not run to its end") && it.contains(code) }
    }
    def outcomes = Reports.load(basedir.toPath().resolve("target/reports-$variant")).testCases()
            .collectEntries { [it.className() + '#' + it.name(), it.status().name()] }
    def follows = ['crashclasses.ExitTest#c_follows', 'crashclasses.HaltTest#c_follows']
    assert outcomes.findAll { !follows.contains(it.key) } == [
        'crashclasses.ATest#passes': 'PASSED',
        'crashclasses.ExitTest#a_passes': 'PASSED',
        'crashclasses.ExitTest#b_ends': 'ERROR',
        'crashclasses.HaltTest#a_passes': 'PASSED',
        'crashclasses.HaltTest#b_ends': 'ERROR',
        'crashclasses.ZTest#passes': 'PASSED',
    ]: variant
    // What runs only whole classes gives the rest up, and says so; nothing is silently missing.
    follows.each { test ->
        def type = test - '#c_follows'
        assert outcomes[test] == 'PASSED' || (outcomes[test] == null && log.says(build, "NOT RUN: what had not begun of $type")):
                "$variant $test"
    }
}
return true
