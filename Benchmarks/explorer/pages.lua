-- Entity pages at random, for wrk: the file of paths is named by the environment variable PAGES.
local paths = {}
for line in io.lines(os.getenv("PAGES")) do paths[#paths + 1] = line end
local failed, thread_count = 0, 0
local threads = {}
function setup(thread) table.insert(threads, thread) end
function init() math.randomseed(tonumber(tostring({}):sub(8), 16) or 42) end
function request() return wrk.format("GET", paths[math.random(#paths)]) end
function response(status) if status ~= 200 then bad = (bad or 0) + 1 end end
function done(summary, latency)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + (thread:get("bad") or 0) end
  local e = summary.errors
  io.write(string.format("requests %d in %.1f s, %.0f a second; p50 %.1f ms, p99 %.1f ms; not 200: %d; socket errors %d, timeouts %d\n",
    summary.requests, summary.duration / 1e6, summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, wrong, e.connect + e.read + e.write, e.timeout))
end
