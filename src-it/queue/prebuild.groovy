// Sixty classes of one test, each a unit of its own.
def folder = new File(basedir, 'src/test/java/queue')
(10..69).each { number ->
    new File(folder, "Unit${number}Test.java").text = """package queue;

import org.junit.jupiter.api.Test;

class Unit${number}Test {
    @Test
    void runs() throws InterruptedException {
        Thread.sleep(80);
    }
}
"""
}
return true
