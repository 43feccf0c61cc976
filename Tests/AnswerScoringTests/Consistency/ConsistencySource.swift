/// What the shop of the tests tells its customers.
let returnsPolicy = """
  ## Returns
  You can return shoes within 30 days of delivery. Shoes must be **unworn** and in their original box. Refunds go to the \
  original payment method and take 5 to 7 business days.

  - Return shipping is free in Germany; elsewhere it costs 4.90 euros.
  - Sale items cannot be returned.

  Our support team answers from Monday to Friday, 9 am to 5 pm. Parcels to Austria take 3 days, parcels to Norway 8 days.
  Members of the Stride Club get a voucher of 10 euros on their birthday.
  """
