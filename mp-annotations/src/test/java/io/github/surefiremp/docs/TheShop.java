package io.github.surefiremp.docs;

import io.github.surefiremp.coordination.Shared;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Shared(Shop.class)
@Retention(RetentionPolicy.RUNTIME)
@interface TheShop {}
