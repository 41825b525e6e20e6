/** Customers, orders and invoices in PostgreSQL, with nothing but JDBC. */
package sales;
