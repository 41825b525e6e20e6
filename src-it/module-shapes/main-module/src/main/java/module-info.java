module com.shop {
    exports com.shop;

    opens com.shop.forms;

    uses com.shop.Greeter;

    provides com.shop.Greeter with
            com.shop.internal.Politely;
}
