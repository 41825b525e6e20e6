CREATE TABLE customer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL CONSTRAINT email_is_unique UNIQUE CONSTRAINT email_has_an_at CHECK (email LIKE '%_@_%'),
  name text NOT NULL CONSTRAINT name_is_not_blank CHECK (trim(name) <> '')
);

CREATE TABLE product (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku text NOT NULL CONSTRAINT sku_is_unique UNIQUE,
  title text NOT NULL,
  description text NOT NULL DEFAULT '',
  price numeric(10, 2) NOT NULL CONSTRAINT price_is_positive CHECK (price > 0),
  in_stock int NOT NULL DEFAULT 0 CONSTRAINT stock_is_not_negative CHECK (in_stock >= 0),
  words tsvector NOT NULL GENERATED ALWAYS AS (
    setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', description), 'B')) STORED
);

CREATE INDEX product_words ON product USING gin (words);

CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL CONSTRAINT customer_of_order REFERENCES customer,
  status text NOT NULL DEFAULT 'OPEN' CONSTRAINT status_is_known CHECK (status IN ('OPEN', 'SHIPPED', 'CANCELLED')),
  placed_on date NOT NULL
);

CREATE TABLE order_line (
  order_id bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  product_id bigint NOT NULL REFERENCES product,
  quantity int NOT NULL CONSTRAINT quantity_is_positive CHECK (quantity > 0),
  unit_price numeric(10, 2) NOT NULL,
  PRIMARY KEY (order_id, product_id)
);

-- One row: invoice numbers have no gaps, which a sequence would leave when a transaction is rolled back.
CREATE TABLE invoice_counter (
  last int NOT NULL
);

INSERT INTO invoice_counter VALUES (0);

CREATE TABLE invoice (
  number int PRIMARY KEY,
  order_id bigint NOT NULL CONSTRAINT one_invoice_per_order UNIQUE REFERENCES orders,
  total numeric(12, 2) NOT NULL
);

CREATE TABLE job (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  task text NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  done boolean NOT NULL DEFAULT false
);
