open module com.shop.test {
    requires com.shop;
    requires org.junit.jupiter.api;
    requires org.junit.jupiter.params;
}
