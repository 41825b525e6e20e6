import io.github.surefiremp.it.Reports

['zero', 'eight'].each { variant ->
    ['JavaUtilLoggingTest', 'LogbackTest', 'Log4jTest'].each { type ->
        def cases = Reports.load(basedir.toPath().resolve("target/reports-$variant")).testCases().findAll { it.className() == "logging.$type" }
        assert cases.size() == 8
        cases.each { test ->
            def number = (test.name() =~ /\[(\d)]/)[0][1]
            def lines = (test.systemOut() + test.systemErr()).readLines().findAll { it =~ /test \d line \d+/ }.collect { (it =~ /test \d line \d+/)[0] }
            def own = lines.findAll { it.startsWith("test $number ") }
            assert lines.size() == own.size(): "$variant $type: ${lines.size() - own.size()} lines of others in ${test.name()}"
            assert own == (0..399).collect { "test $number line $it" }: "$variant $type: ${test.name()}"
        }
    }
}
return true
