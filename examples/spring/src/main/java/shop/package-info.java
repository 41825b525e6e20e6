/** A small web shop: products, orders, prices, mails. */
package shop;
