package kotlins

import org.junit.jupiter.api.Test

class FirstTest {
    @Test
    fun `one thing`() {
    }
}

class SecondTest {
    @Test
    fun `another thing`() {
    }

    @Test
    internal fun internalOne() {
    }
}

@Suppress("unused")
object SingletonTest {
    @Test
    fun `in an object`() {
    }
}
