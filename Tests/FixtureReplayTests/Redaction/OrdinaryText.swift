/// Lines as requests and answers hold them, of which none holds a secret or personal data.
enum OrdinaryText {
  static let lines: [String] = text.split(separator: "\n").map { String($0) }

  private static let text = #"""
    # Returns and refunds
    You can return shoes within 30 days if they were not worn outside.
    We refund the price of 89.90 EUR to the account that the order was paid from.
    Orders over 1,250.00 USD need a signature; see section 4.2.1 of the terms of 2024-05-06.
    Your order 4711-0815 was shipped on 12.03.2025 and arrives between 9:00 and 17:30.
    Tracking: 1Z999AA10123456784, parcel 00340434161094015902, box 3 of 12.
    Invoice no. 2024-000123456, due 2024-06-30, net 1 234 567,89 €, VAT 19 %.
    Item 978-3-16-148410-0 costs $1,234,567.89 and item 0-306-40615-2 costs £12.50.
    SKU 0815-4711-2342 | 12 | 19.99 | 239.88
    Ref. A-2024-0001, batch 20240506-1234, lot 00012345, serial SN-0012-3456-7890.
    The temperature rose from -12.5 to +3.25 degrees, about +15.75 in 24 hours.
    Between 1998 and 2023 the population grew from 1,200,300 to 1,450,700.
    In the years 2019, 2020, 2021 and 2022 there were 12 345, 13 456, 14 567 and 15 678 visitors.
    Pi is 3.14159265358979323846, e is 2.71828182845904523536, and c is 299792458 m/s.
    Coordinates 52.5200 N, 13.4050 E; altitude 34 m; 48°51'24"N 2°21'03"E.
    The match ended 3-2 (1-1), the set 6-4 7-6 6-3, and the score was 100-98.
    Room 12-345, floor 3, building 7; parking 1-200; gate B12; flight LH1234 at 06:45.
    Lottery numbers of last week: 3, 12, 23, 34, 41, 49.
    Chapter 10.2.3.4: a list of versions 1.2.3, 10.15.7, 2.0.0-rc.1+build.456.
    The password must have at least 8 characters and one digit.
    Forgot your password? Choose a new password on the page "Account".
    A strong password: long, random, and used nowhere else.
    Password: required. Token: optional. Secret: none.
    Never share a secret: not the PIN, not the password, not the token.
    The token limit is 128000 tokens; max_tokens=4096, top_p=0.95, temperature=0.7.
    The bearer of good news arrived; Bearer tokens are described in RFC 6750.
    Basic information: the basic plan costs 5 EUR; Basic auth is described in RFC 7617.
    API key: see your account page. The API key is shown only once.
    Set OPENAI_API_KEY to the key of your account before you start.
    export OPENAI_API_KEY=<your key>
    export ANTHROPIC_API_KEY="$(security find-generic-password -s anthropic)"
    api_key = os.environ["OPENAI_API_KEY"]
    apiKey: process.env.OPENAI_API_KEY,
    client = OpenAI(api_key="YOUR_API_KEY", base_url="http://localhost:8000/v1")
    curl -H "Authorization: Bearer $OPENAI_API_KEY" https://api.openai.com/v1/models
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    "password": {"type": "string", "minLength": 8, "description": "The password of the user"}
    {"username": "string", "password": "string", "remember": true}
    password = getpass.getpass("Password: ")
    db.connect(user=user, password=password, host="localhost", port=5432)
    DATABASE_URL=postgres://localhost:5432/app_development
    postgres://user:password@localhost:5432/app
    PWD=/home/runner/work/project-2024/app
    if (password.length < 8 || !/[0-9]/.test(password)) throw new Error("too short");
    def check_password(password: str, hashed: str) -> bool:
    let token = tokens[index] // the next token: a word or a sign
    const secret = await vault.read("secret/data/app");
    token: String, secret: Secret, apiKey: APIKey?
    var accessToken: String { get async throws }
    git clone https://github.com/apple/swift-log.git && cd swift-log
    git log --oneline HEAD@{1}..HEAD -- Sources
    commit 3f2a9c1e7b8d4f60a5c2e9d1b7f3a8c4e6d2b0f9
    index 83db48f..bf269f4 100644
    sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
    md5 d41d8cd98f00b204e9800998ecf8427e, sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709
    550e8400-e29b-41d4-a716-446655440000 and 6ba7b810-9dad-11d1-80b4-00c04fd430c8
    id: chatcmpl-9aBcDeFgHiJkLmNoPqRsTuVwXyZ01, object: chat.completion
    "id": "chatcmpl-BvKkzrz2iUMHqVd6ZaKxjH8aY3n2T", "system_fingerprint": "fp_44709d6fcb"
    "id": "msg_01XFDUDYJgAACzvnptvVoYEL", "type": "message", "role": "assistant"
    "id": "toolu_01A09q90qw90lq917835lq9", "type": "tool_use", "name": "get_weather"
    "id": "call_abc123DEF456ghi789JKL012", "type": "function"
    "id": "resp_67ccd2bed1ec8190b14f964abc0542670bb6a6b452d3795b"
    "item_id": "msg_67ccd2bf17f0819081ff3bb2cf6508e60bb6a6b452d3795b"
    "request_id": "req_011CQJ3wT5v8QpZr7sT9uVwX", "organization": null
    "model": "gpt-4o-mini-2024-07-18", "created": 1741476542, "service_tier": "default"
    "model": "claude-sonnet-4-5-20250929", "stop_reason": "end_turn", "stop_sequence": null
    "model": "meta-llama/Llama-3.3-70B-Instruct-Turbo", "modelVersion": "gemini-2.5-flash-preview-05-20"
    "model": "accounts/fireworks/models/deepseek-v3-0324", "provider": "Fireworks"
    "model": "anthropic.claude-3-5-sonnet-20241022-v2:0", "region": "us-east-1"
    "model": "mistral-large-latest", "model_id": "eu.amazon.nova-pro-v1:0"
    "usage": {"prompt_tokens": 19, "completion_tokens": 10, "total_tokens": 29}
    "logprobs": [{"token": " the", "logprob": -0.31725305, "bytes": [32, 116, 104, 101]}]
    "embedding": [0.0023064255, -0.009327292, 0.015797377, -0.0077780345, 0.1234567890123456]
    "signature": "EqoBCkgIARABGAIiQL2UoU0b1OHYi+yCHpBY7U6FQW8/FcoLewocJQPa2HnmLM+NECy50y44F/kD4SULFXi57buI9fAvyBwtyjlOiO0SDE3+r3spdg6PLOo9PBoMma2ku5OTAoR46j9VIjDRlvNmBvff7YW4WI9oU8XagaOBSxLPxElrhyuxppEn7m6bfT40dqBSTDrfiw4FYB4qEPETTI6TA6wtjGAAqmFqKTo="
    "thoughtSignature": "CikB0e2Kb7zkpgmBPBdPlLpeq7HcK0vzZHnTxjVwMTM0NTY3ODkwYWJjZGVmZ2hpamtsbW5vcA=="
    "encrypted_content": "gAAAAABo1Yt3mVQb2h4nB8uYw1Jk6Zc9sR0pXqTfLdE5vGmHsNaUoIiKyCjWxPzOeQtBbVrDlMgFhSuYnTq2wErAkXcZvLp"
    "next_page_token": "Q0FFUUFBSUFBQUFB", "cursor": "eyJpZCI6MTIzNDU2fQ"
    "image_url": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    "url": "https://example.com/a/b?c=d&e=f#g", "etag": "W/\"5e15153d-120f\""
    https://example.com/search?q=what+is+a+token%3F&page=2&sort=desc&utm_source=news
    https://upload.example.org/wiki/thumb/a/a7/Camponotus_flavomarginatus_ant.jpg/320px-ant.jpg
    http://127.0.0.1:8080/v1/chat/completions and http://[::1]:8080/
    http://localhost:11434/api/generate, ws://127.0.0.1:9229/0f2c936f-b1cd-4ac9-aab3-f63b0f33d55e
    https://developer.example.com/docs/Web/API/Fetch_API/Using_Fetch#headers:basic
    10.0.0.1 192.168.100.200 172.16.254.1 255.255.255.0 fe80::1ff:fe23:4567:890a
    00:1A:2B:3C:4D:5E, eth0, mtu 1500, 0x7ffd5e9c1a20, 0xDEADBEEF
    2024-05-06T12:34:56.789Z INFO request finished in 1234 ms, status=200 bytes=45678
    2024-05-06 12:34:56,789 [main] WARN c.e.App - retry 3 of 5 after 2.5 s
    [12:34:56.123456] worker-12: job 1700000000000 done (42/100)
    May  6 12:34:56 host sshd[12345]: Accepted publickey for deploy from 10.1.2.3 port 51234 ssh2
    ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ3k4x5y6z7A8B9C0D1E2F3G4H5I6J7K8L9M0N1O2P3Q
    Fingerprint SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8
    -----BEGIN CERTIFICATE----- and -----BEGIN PUBLIC KEY----- are public.
    A private key file starts with "-----BEGIN PRIVATE KEY-----" and must not be shared.
    sk-learn is a nickname; scikit-learn's sk-style API; a task-specific-model-2024-v2-large-instruct
    risk-based-approach-to-assessment-2024, disk-usage-report-for-the-year-2023-final
    pa-system, hf_hub_download, xai-methods, fw_cfg, gsk-annual-report-2024, npm_config_registry=true
    AKIRA, ASIA-PACIFIC, AIzawa, SG.50, eyJafjallajokull, ya29, key-value, sess-ion
    The key-value store, the key-figures-for-2024, key: value; primary_key=id; foreign_key: user_id
    Sort key: name. Partition key: 12345. Cache key: user/42/profile. Keyword: 2024.
    "key": "Enter", "keyCode": 13, "code": "KeyA", "keyboard": "QWERTZ"
    monkey=banana12345, donkey: hay-2024-bale, turkey: 20-pound-bird
    npm install --save left-pad@1.3.0 react@^18.2.0 typescript@~5.4.5 @types/node@20
    pip install "numpy>=1.26,<2" pandas==2.2.2 torch==2.3.0+cu121
    docker run -it --rm -p 8080:80 -v "$PWD:/app" nginx:1.27-alpine
    docker pull ghcr.io/example/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    swift build -c release --product llmspec 2>&1 | tail -20
    for i in $(seq 1 100); do echo "$i: $((i * i))"; done
    SELECT id, total FROM orders WHERE created_at >= '2024-01-01' AND status IN (1, 2, 3);
    INSERT INTO prices VALUES (1, 19.99), (2, 29.99), (3, 1234567.89);
    regex: ^\d{3}-\d{3}-\d{4}$ and ^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$
    email: {"type": "string", "format": "email"}; phone: {"type": "string", "pattern": "^\\+[1-9]\\d{1,14}$"}
    Contact us by e-mail or phone; our phone lines are open from 8 to 18, and the fax is no longer in use.
    The phone costs 999 EUR; phone 15 and phone 16 are in stock; the mobile plan has 12 GB.
    Mention @jane or @team, use @media (min-width: 600px), @Test("x"), and user@host.
    x @ y, 3 @ 4.99, a@b, @, foo@, @bar.com, 5@5
    \frac{1}{2}, \sqrt{2} \approx 1.41421356, \sum_{i=1}^{n} i = \frac{n(n+1)}{2}
    f(x) = 3x^2 + 2x - 1; f(10) = 319; 2^64 = 18446744073709551616; 10! = 3628800
    1 + 2 + 3 + 4 = 10, 555 - 123 = 432, 800 - 555 - 199 = 46, (5 + 3) * 2 = 16
    | year | revenue | profit |
    | 2021 | 1,234.5 | 123.4 |
    | 2022 | 2,345.6 | 234.5 |
    12 eggs, 500 g flour, 250 ml milk, 1/2 tsp salt; bake 25-30 minutes at 180 C.
    width: 1024px; height: 768px; color: #ff00aa; margin: 0 auto; z-index: 9999;
    <a href="/orders/4711?page=2" class="btn btn-primary" data-id="12345">Orders</a>
    <input type="password" name="password" placeholder="Password" required minlength="8">
    &nbsp;&copy; 2024 Example Inc.; &#169; &#x1F600;
    fn main() { println!("{:?}", std::env::args().nth(1)); }
    public static void main(String[] args) throws Exception { run(args); }
    export const API_VERSION = "2024-02-15-preview";
    x-ratelimit-remaining-requests: 59, retry-after: 20, content-length: 12345
    content-type: multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW
    Set-Cookie is a header; Cookie: consent=true
    User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0
    AWS_REGION=eu-central-1, AWS_PROFILE=default, arn:aws:iam::123456789012:role/Admin
    aws s3 cp s3://bucket/key-2024/data.csv . --region eu-west-1
    AccountName=devstoreaccount1;EndpointSuffix=core.windows.net
    subscription 12345678-1234-1234-1234-123456789012, tenant common, client id 0000000a
    projects/my-project-123456/locations/us-central1/publishers/google/models/gemini-1.5-pro
    "private_key_id": "the id of the key", "client_id": "123456789012345678901"
    The quick brown fox jumps over the lazy dog 1234567890 times.
    Der schnelle braune Fuchs springt 12-mal; Termin am 06.05.2024 um 14:30 Uhr, Raum 3.07.
    Le 6 mai 2024 à 14 h 30, 75001 Paris, 12 345,67 €, page 123 sur 456.
    El 6 de mayo de 2024, 28013 Madrid, 1.234.567,89 €, n.º 42.
    PLZ 01067 Dresden, 10115 Berlin, 80331 München; ZIP 02139-4307, 94103-1234.
    日本語の文章です。2024年5月6日、価格は1,234円です。
    它在2024年5月6日发布,价格为1234.56元,编号为20240506。
    Цена 1 234,56 ₽, заказ № 4711, дата 06.05.2024.
    السعر 1234 والرقم 42 في 2024
    Emoji 😀 1️⃣2️⃣3️⃣, arrows → ←, quotes “a” ‘b’ «c», dashes – — -
    A: yes; B: no; C: maybe. Q: why? A: because. Note: done. TODO: 3 items.
    Step 1: open. Step 2: read. Step 3: close. Total: 3 steps. Score: 0.87. Rank: 12.
    Name: refund policy, Version: 3.2, Status: active, Owner: support, Priority: high
    ISO 9001:2015, ISO/IEC 27001:2022, DIN EN 1234-5:2020, RFC 8259, ECMA-262
    NCT01234567, PMID 12345678, doi:10.1000/182, arXiv:2401.12345v2, CVE-2024-12345
    ASIN B08N5WRWNW, EAN 4006381333931, UPC 036000291452, GTIN 09506000134352
    VIN 1HGCM82633A004352, plate B-AB 1234, IMEI of the device, MAC of the card
    ICD-10 E11.9, NDC 0002-8215-01, LOINC 4548-4, ATC A10BA02
    Kernel 6.8.0-45-generic #45~22.04.1-Ubuntu SMP PREEMPT_DYNAMIC
    The stock moved from 4,012.88 to 4,111.11, volume 5,555,555, index 16,011.12
    Sensor: 4012 4111 5105 5555 6011; readings 37 36 35 34 33 32 31 30.
    0123 0124 0125 0126 are offsets; 0755 and 0644 are modes; 007 is a number.
    Timestamps 1700000000, 1700000000000, 1700000000000000 and 1700000000000000000 are one moment.
    Snowflake 175928847299117063, order 100012345678901, user 1234567890123
    PO 4500012345, SO 10002345, delivery 8000123456, material 100-200-300-400
    A–Z, 9–17 h, 100–200 pages, 2023–24, 5–10 %, ±0.5, ~42, ≈3.5, ≥18, ≤65
    Speed 120 km/h, 3.5 l/100 km, 1,598 cm³, 0-100 in 8.9 s, 5x112, 225/45 R17
    Answer in JSON with the keys "verdict", "reason" and "score" (0 to 100).
    You are a helpful assistant. Answer in one sentence. Do not make things up.
    Summarise the text in 3 bullet points of at most 20 words each.
    Translate "The invoice is due in 14 days" into German, French and Spanish.
    What does HTTP status 429 mean, and how long should a client wait?
    I can't help with that, but here are three things you can try: 1) restart, 2) update, 3) wait.
    According to the policy [1], refunds take 5-7 days [2]; see also [Figure 3] and [Table 12].
    [link](https://example.com/docs/a-b-c) ![image](./img/screenshot-2024-05-06.png)
    - [ ] task 1 - [x] task 2 * item ** bold ** _italic_ `code` ~~gone~~
    > quoted: "He said: 'never'." > > deeper
    { "a": 1, "b": [true, false, null], "c": { "d": "e" }, "f": 1e-7, "g": -0.0 }
    a=1&b=2&c=hello%20world&d=%E2%9C%93&e=100%25
    key1=value1; key2=value2; path=/; expires=Wed, 21 Oct 2026 07:28:00 GMT
    Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor 1234.
    The grandmother's recipe: 3 eggs, 200 g sugar; the secret: patience and 2 hours of rest.
    The secret to a long life: 8 hours of sleep, 30 minutes of sport, 5 portions of fruit.
    Open sesame was the password, and 40 thieves heard it.
    He whispered the password: swordfish. Nobody moved.
    The pass costs 49 EUR a month; the season pass: 299 EUR; pass rate: 87.5 %.
    Credentials are read from the environment, never from the prompt.
    Version 2 of the plan starts on 01.02.2025 12:00; version 1 ends on 31.01.2025 23:59.
    Opening hours: Mo-Fr 08:00-18:00, Sa 09:00-13:00, So closed; last order 21:45.
    Size chart: 36 37 38 39 40 41 42 43 44 45; widths: 2E 3E 4E; sole 12-15 mm.
    The serial is printed as XXXX-XXXX-XXXX-XXXX; ours is AB12-CD34-EF56-GH78.
    Distances: 384,400 km, 149,597,870.7 km, 9,460,730,472,580.8 km.
    Batch 12 of 40: 120 done, 4 failed, 0.03 s each; ETA 00:12:34.
    {"order": "4711", "items": [{"sku": "0815", "qty": 2, "price": "19.99"}], "total": "39.98"}
    {"city": "Paris", "unit": "celsius", "days": 3, "hourly": ["temperature_2m"]}
    {"type":"function","function":{"name":"lookup_order","arguments":"{\"id\":\"4711-0815\"}"}}
    event: content_block_delta, data: {"type":"content_block_delta","index":0}
    data: [DONE]
    Fig. 3: loss 0.1234 -> 0.0456 after 10,000 steps at lr=3e-4, batch size 256, seed 42.
    The train ICE 1234 leaves at 10:15 from platform 12, coach 21, seats 101-104.
    Our support answers within 24 hours on working days, and within 48 hours otherwise.
    """#
}
