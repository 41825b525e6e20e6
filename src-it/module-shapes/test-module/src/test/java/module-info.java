open module com.shop.test {
    requires org.junit.jupiter.api;
    requires org.junit.jupiter.params;
}
