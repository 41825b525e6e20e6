insert into product (name, price) values ('Pencil', 1.20), ('Notebook', 4.50), ('Desk lamp', 39.00), ('Chair', 149.00), ('Pen', 2.80);
