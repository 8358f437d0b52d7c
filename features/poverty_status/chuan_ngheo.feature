# language: vi
@chuan-ngheo
Tính năng: Xác định hộ nghèo, hộ cận nghèo

  Bối cảnh: hộ nông thôn bốn người, không thiếu hụt chỉ số nào
    Biết hồ sơ:
      | Khu vực                                             | Nông thôn |
      | Thu nhập bình quân đầu người                        | 1.200.000 |
      | Số nhân khẩu                                        | 4         |
      | Số người phụ thuộc trong hộ                         | 2         |
      | Diện tích nhà                                       | 40        |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | không |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng               | không     |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế | không    |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi | không |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp | không |
      | Tường bao che bền chắc                              | có        |
      | Cột (trụ, tường chịu lực) bền chắc                  | có        |
      | Mái bền chắc theo chuẩn nghèo                       | có        |
      | Có nguồn nước hợp vệ sinh                           | có        |
      | Có nhà tiêu hợp vệ sinh                             | có        |
      | Có thành viên sử dụng dịch vụ internet              | có        |
      | Có phương tiện dùng chung tiếp cận thông tin        | có        |
      | Có phương tiện cá nhân tiếp cận thông tin           | có        |
      | Rác thải sinh hoạt được thu gom, xử lý              | có        |
    Và ngày xét là 01/05/2026

  Tình huống: Giấy chứng nhận của cấp xã là căn cứ pháp lý, số liệu chỉ để rà soát bước đầu
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | Diện hộ                             | kết quả            | đạt                 | tạm xác định |
      | Hộ nghèo                            | đủ điều kiện       | poor_household      | không        |
      | Hộ cận nghèo                        | đủ điều kiện       | near_poor_household | không        |
      |                                     | đủ điều kiện       | near_poor_household | có           |
      | Không                               | đủ điều kiện       | near_poor_household | có           |
      | Chỉ theo chuẩn nghèo riêng của tỉnh | không đủ điều kiện |                     | không        |

  Tình huống: Giấy chứng nhận trái với số liệu thì theo Giấy chứng nhận
    Biết "Diện hộ" là Hộ nghèo
    Và "Thu nhập bình quân đầu người" là 9 triệu
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả là "đủ điều kiện"
    Và đạt "poor_household"

  Tình huống: Chuẩn thu nhập theo khu vực và thời kỳ
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | Ngày xét   | Khu vực   | Diện hộ | Thu nhập bình quân đầu người | kết quả            | đạt                        |
      | 31/12/2026 | Nông thôn |         | 1.499.999                    | đủ điều kiện       | near_poor_household        |
      | 31/12/2026 | Nông thôn |         | 1.500.000                    | đủ điều kiện       | near_poor_household        |
      | 31/12/2026 | Nông thôn | Không   | 1.500.001                    | đủ điều kiện       | average_household          |
      | 31/12/2026 | Nông thôn | Không   | 2.249.999                    | đủ điều kiện       | average_household          |
      | 31/12/2026 | Nông thôn | Không   | 2.250.000                    | đủ điều kiện       | income_within_average_line |
      | 31/12/2026 | Nông thôn | Không   | 2.250.001                    | không đủ điều kiện |                            |
      | 31/12/2025 | Đô thị    |         | 2.000.000                    | đủ điều kiện       | near_poor_household        |
      | 01/01/2026 | Đô thị    |         | 1.999.999                    | đủ điều kiện       | near_poor_household        |
      | 01/01/2026 | Đô thị    |         | 2.000.000                    | đủ điều kiện       | near_poor_household        |
      | 01/01/2026 | Đô thị    | Không   | 2.000.001                    | đủ điều kiện       | average_household          |
      | 01/01/2026 | Đô thị    | Không   | 2.999.999                    | đủ điều kiện       | average_household          |
      | 01/01/2026 | Đô thị    | Không   | 3.000.000                    | đủ điều kiện       | average_household          |
      | 01/01/2026 | Đô thị    | Không   | 3.000.001                    | không đủ điều kiện |                            |
      | 01/01/2027 | Nông thôn |         | 2.199.999                    | đủ điều kiện       | near_poor_household        |
      | 01/01/2027 | Nông thôn |         | 2.200.000                    | đủ điều kiện       | near_poor_household        |
      | 01/01/2027 | Nông thôn | Không   | 2.200.001                    | chưa đủ thông tin  |                            |
      | 01/01/2027 | Đô thị    |         | 2.799.999                    | đủ điều kiện       | near_poor_household        |
      | 01/01/2027 | Đô thị    |         | 2.800.000                    | đủ điều kiện       | near_poor_household        |
      | 01/01/2027 | Đô thị    | Không   | 2.800.001                    | chưa đủ thông tin  |                            |
      | 31/12/2021 | Nông thôn |         | 1.500.000                    | chưa đủ thông tin  |                            |
      | 01/01/2022 | Nông thôn |         | 1.500.000                    | đủ điều kiện       | near_poor_household        |
      | 01/01/2031 | Nông thôn |         | 1.500.000                    | đã kết thúc        |                            |

  Tình huống: Từ ba chỉ số thiếu hụt trở lên là hộ nghèo
    Biết "Có nguồn nước hợp vệ sinh" là không
    Và "Có nhà tiêu hợp vệ sinh" là không
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | thông tin                                               | giá trị | kết quả      | đạt                     |
      | Số nhân khẩu                                            | 4       | đủ điều kiện | near_poor_household     |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | có | đủ điều kiện | lacks_work |
      | Số người phụ thuộc trong hộ                             | 1       | đủ điều kiện | near_poor_household     |
      | Số người phụ thuộc trong hộ                             | 3       | đủ điều kiện | many_dependants         |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng                   | có      | đủ điều kiện | lacks_nutrition         |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế    | có      | đủ điều kiện | lacks_health_insurance  |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi | có | đủ điều kiện | lacks_adult_schooling |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp | có      | đủ điều kiện | lacks_child_schooling   |
      | Diện tích nhà                                           | 31,99   | đủ điều kiện | lacks_space             |
      | Diện tích nhà                                           | 32      | đủ điều kiện | near_poor_household     |
      | Diện tích nhà                                           | 32,01   | đủ điều kiện | near_poor_household     |
      | Có thành viên sử dụng dịch vụ internet                  | không   | đủ điều kiện | lacks_internet          |
      | Tường bao che bền chắc                                  | không   | đủ điều kiện | near_poor_household     |
      | Có phương tiện dùng chung tiếp cận thông tin            | không   | đủ điều kiện | near_poor_household     |
      | Rác thải sinh hoạt được thu gom, xử lý                  | không   | đủ điều kiện | near_poor_household     |

  Tình huống: Chất lượng nhà, phương tiện thông tin, rác thải
    Biết "Có nguồn nước hợp vệ sinh" là không
    Và "Có nhà tiêu hợp vệ sinh" là không
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | Ngày xét   | Tường bao che bền chắc | Mái bền chắc theo chuẩn nghèo | Cột (trụ, tường chịu lực) bền chắc | Có phương tiện dùng chung tiếp cận thông tin | Có phương tiện cá nhân tiếp cận thông tin | Rác thải sinh hoạt được thu gom, xử lý | kết quả      | đạt                      |
      | 01/05/2026 | không                  | không                         | có                                 | có                                           | có                                        | có                                     | đủ điều kiện | lacks_durable_house      |
      | 01/05/2026 | có                     | không                         | không                              | có                                           | có                                        | có                                     | đủ điều kiện | poor_household           |
      | 31/12/2026 | có                     | có                            | có                                 | không                                        | không                                     | có                                     | đủ điều kiện | lacks_information_device |
      | 01/01/2027 | có                     | có                            | có                                 | không                                        | không                                     | có                                     | đủ điều kiện | near_poor_household      |
      | 31/12/2026 | có                     | có                            | có                                 | có                                           | có                                        | không                                  | đủ điều kiện | near_poor_household      |
      | 01/01/2027 | có                     | có                            | có                                 | có                                           | có                                        | không                                  | đủ điều kiện | lacks_waste_treatment    |

  Tình huống: Không có số liệu nào
    Biết hồ sơ:
      | Khu vực                                             | (trống) |
      | Thu nhập bình quân đầu người                        | (trống) |
      | Số nhân khẩu                                        | (trống) |
      | Số người phụ thuộc trong hộ                         | (trống) |
      | Diện tích nhà                                       | (trống) |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | (trống) |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng               | (trống) |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế | (trống) |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi | (trống) |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp | (trống) |
      | Tường bao che bền chắc                              | (trống) |
      | Cột (trụ, tường chịu lực) bền chắc                  | (trống) |
      | Mái bền chắc theo chuẩn nghèo                       | (trống) |
      | Có nguồn nước hợp vệ sinh                           | (trống) |
      | Có nhà tiêu hợp vệ sinh                             | (trống) |
      | Có thành viên sử dụng dịch vụ internet              | (trống) |
      | Có phương tiện dùng chung tiếp cận thông tin        | (trống) |
      | Có phương tiện cá nhân tiếp cận thông tin           | (trống) |
      | Rác thải sinh hoạt được thu gom, xử lý              | (trống) |
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | Ngày xét   | Diện hộ  | kết quả           |
      | 01/05/2026 |          | chưa đủ thông tin |
      | 01/05/2027 |          | chưa đủ thông tin |
      | 01/05/2026 | Hộ nghèo | đủ điều kiện      |

  Tình huống: Chưa rõ số nhân khẩu nhưng đã chắc thiếu hụt dưới 03 chỉ số
    Biết hồ sơ:
      | Diện hộ      | (trống) |
      | Số nhân khẩu | (trống) |
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | Ngày xét   | thông tin                                                                                  | giá trị | kết quả           | đạt                 |
      | 01/05/2026 | Tường bao che bền chắc                                                                     | có      | đủ điều kiện      | near_poor_household |
      | 01/05/2026 | Tường bao che bền chắc                                                                     | không   | đủ điều kiện      | near_poor_household |
      | 01/05/2026 | Cột (trụ, tường chịu lực) bền chắc                                                         | không   | đủ điều kiện      | near_poor_household |
      | 01/05/2026 | Mái bền chắc theo chuẩn nghèo                                                              | không   | đủ điều kiện      | near_poor_household |
      | 01/05/2026 | Có phương tiện dùng chung tiếp cận thông tin                                               | không   | đủ điều kiện      | near_poor_household |
      | 01/05/2026 | Có phương tiện cá nhân tiếp cận thông tin                                                  | không   | đủ điều kiện      | near_poor_household |
      | 01/05/2026 | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | có      | chưa đủ thông tin |                     |
      | 01/01/2027 | Tường bao che bền chắc                                                                     | có      | đủ điều kiện      | near_poor_household |
      | 01/01/2027 | Tường bao che bền chắc                                                                     | không   | đủ điều kiện      | near_poor_household |
      | 01/01/2027 | Cột (trụ, tường chịu lực) bền chắc                                                         | không   | đủ điều kiện      | near_poor_household |
      | 01/01/2027 | Mái bền chắc theo chuẩn nghèo                                                              | không   | đủ điều kiện      | near_poor_household |
      | 01/01/2027 | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | có      | chưa đủ thông tin |                     |

  Tình huống: Nhà thiếu hai kết cấu bền chắc là một chỉ số thiếu hụt
    Biết hồ sơ:
      | Diện hộ                       | (trống) |
      | Số nhân khẩu                  | (trống) |
      | Tường bao che bền chắc        | không   |
      | Mái bền chắc theo chuẩn nghèo | không   |
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả           |
      | 01/05/2026 | chưa đủ thông tin |
      | 01/01/2027 | chưa đủ thông tin |

  Tình huống: Diện tích đúng 8 m² một người không phải là thiếu hụt, dù chưa rõ hai chỉ số khác
    Biết hồ sơ:
      | Diện hộ                                | (trống) |
      | Diện tích nhà                          | 32      |
      | Số người phụ thuộc trong hộ            | (trống) |
      | Có thành viên sử dụng dịch vụ internet | (trống) |
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả      | đạt                 |
      | 01/05/2026 | đủ điều kiện | near_poor_household |
      | 01/01/2027 | đủ điều kiện | near_poor_household |

  Tình huống: Thiếu hụt hai chỉ số, chưa rõ một chỉ số: điều không phải thiếu hụt không làm thành hộ nghèo
    Biết hồ sơ:
      | Diện hộ                                | (trống) |
      | Có nguồn nước hợp vệ sinh              | không   |
      | Có nhà tiêu hợp vệ sinh                | không   |
      | Có thành viên sử dụng dịch vụ internet | (trống) |
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | Ngày xét   | thông tin                                    | giá trị | kết quả           | đạt            |
      | 01/05/2026 | Số người phụ thuộc trong hộ                  | 2       | chưa đủ thông tin |                |
      | 01/05/2026 | Số người phụ thuộc trong hộ                  | 3       | đủ điều kiện      | poor_household |
      | 01/05/2026 | Diện tích nhà                                | 32      | chưa đủ thông tin |                |
      | 01/05/2026 | Diện tích nhà                                | 31,99   | đủ điều kiện      | poor_household |
      | 01/05/2026 | Tường bao che bền chắc                       | không   | chưa đủ thông tin |                |
      | 01/05/2026 | Có phương tiện dùng chung tiếp cận thông tin | không   | chưa đủ thông tin |                |
      | 01/05/2026 | Có phương tiện cá nhân tiếp cận thông tin    | không   | chưa đủ thông tin |                |
      | 01/05/2026 | Rác thải sinh hoạt được thu gom, xử lý       | không   | chưa đủ thông tin |                |
      | 31/12/2026 | Rác thải sinh hoạt được thu gom, xử lý       | không   | chưa đủ thông tin |                |
      | 01/01/2027 | Rác thải sinh hoạt được thu gom, xử lý       | không   | đủ điều kiện      | poor_household |
      | 01/01/2027 | Số người phụ thuộc trong hộ                  | 2       | chưa đủ thông tin |                |
      | 01/01/2027 | Số người phụ thuộc trong hộ                  | 3       | đủ điều kiện      | poor_household |
      | 01/01/2027 | Diện tích nhà                                | 32      | chưa đủ thông tin |                |
      | 01/01/2027 | Diện tích nhà                                | 31,99   | đủ điều kiện      | poor_household |
      | 01/01/2027 | Tường bao che bền chắc                       | không   | chưa đủ thông tin |                |

  Tình huống: Từ năm 2027 không còn xét phương tiện tiếp cận thông tin
    Biết hồ sơ:
      | Diện hộ                                      | (trống) |
      | Có nguồn nước hợp vệ sinh                    | không   |
      | Có nhà tiêu hợp vệ sinh                      | không   |
      | Có thành viên sử dụng dịch vụ internet       | (trống) |
      | Có phương tiện dùng chung tiếp cận thông tin | không   |
      | Có phương tiện cá nhân tiếp cận thông tin    | không   |
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả           | đạt            |
      | 31/12/2026 | đủ điều kiện      | poor_household |
      | 01/01/2027 | chưa đủ thông tin |                |

  Tình huống: Các chỉ số thiếu hụt từ năm 2027
    Biết hồ sơ:
      | Diện hộ                   | (trống) |
      | Có nguồn nước hợp vệ sinh | không   |
      | Có nhà tiêu hợp vệ sinh   | không   |
    Và ngày xét là 01/05/2027
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | thông tin                                                                                  | giá trị | Mái bền chắc theo chuẩn nghèo | kết quả      | đạt                    |
      | Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng | có      | có                            | đủ điều kiện | lacks_work             |
      | Số người phụ thuộc trong hộ                                                                | 3       | có                            | đủ điều kiện | many_dependants        |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng                                                      | có      | có                            | đủ điều kiện | lacks_nutrition        |
      | Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế                                       | có      | có                            | đủ điều kiện | lacks_health_insurance |
      | Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi                | có      | có                            | đủ điều kiện | lacks_adult_schooling  |
      | Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp                                    | có      | có                            | đủ điều kiện | lacks_child_schooling  |
      | Diện tích nhà                                                                              | 31,99   | có                            | đủ điều kiện | lacks_space            |
      | Có thành viên sử dụng dịch vụ internet                                                     | không   | có                            | đủ điều kiện | lacks_internet         |
      | Tường bao che bền chắc                                                                     | không   | không                         | đủ điều kiện | lacks_durable_house    |
      | Cột (trụ, tường chịu lực) bền chắc                                                         | không   | không                         | đủ điều kiện | lacks_durable_house    |
      | Tường bao che bền chắc                                                                     | không   | có                            | đủ điều kiện | weak_walls             |
      | Cột (trụ, tường chịu lực) bền chắc                                                         | không   | có                            | đủ điều kiện | weak_columns           |
      | Số nhân khẩu                                                                               | 4       | không                         | đủ điều kiện | weak_poverty_roof      |

  Tình huống: Tường và cột không bền chắc, mái bền chắc, vẫn là thiếu hụt chất lượng nhà ở
    Biết hồ sơ:
      | Diện hộ                            | (trống) |
      | Tường bao che bền chắc             | không   |
      | Cột (trụ, tường chịu lực) bền chắc | không   |
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả      | đạt                 |
      | 01/05/2026 | đủ điều kiện | lacks_durable_house |
      | 01/01/2027 | đủ điều kiện | lacks_durable_house |

  Tình huống: Thu nhập trên chuẩn nghèo và chưa có thông tin về Giấy chứng nhận
    Biết "Diện hộ" là (trống)
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | Ngày xét   | Khu vực   | Thu nhập bình quân đầu người | Có nguồn nước hợp vệ sinh | Có nhà tiêu hợp vệ sinh | Có thành viên sử dụng dịch vụ internet | kết quả           |
      | 31/12/2025 | Nông thôn | 1.500.001                    | có                        | có                      | có                                     | chưa đủ thông tin |
      | 31/12/2025 | Đô thị    | 2.000.001                    | có                        | có                      | có                                     | chưa đủ thông tin |
      | 01/05/2026 | Nông thôn | 1.500.001                    | có                        | có                      | có                                     | chưa đủ thông tin |
      | 01/05/2026 | Nông thôn | 1.500.001                    | không                     | không                   | không                                  | chưa đủ thông tin |
      | 01/05/2026 | Đô thị    | 2.000.001                    | có                        | có                      | có                                     | chưa đủ thông tin |

  Tình huống: Hộ có mức sống trung bình
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả từng dòng là:
      | Ngày xét   | Khu vực   | Diện hộ                             | Thu nhập bình quân đầu người | kết quả            | đạt               | không đạt                  |
      | 01/05/2026 | Nông thôn | Chỉ theo chuẩn nghèo riêng của tỉnh | 1.600.000                    | đủ điều kiện       | average_household |                            |
      | 01/05/2026 | Nông thôn | Chỉ theo chuẩn nghèo riêng của tỉnh | 1.500.000                    | không đủ điều kiện |                   | income_above_poverty_line  |
      | 01/05/2026 | Đô thị    | Chỉ theo chuẩn nghèo riêng của tỉnh | 2.000.000                    | không đủ điều kiện |                   | income_within_average_line |
      | 01/05/2026 | Nông thôn | Không                               | 2.250.001                    | không đủ điều kiện |                   | income_not_above_average   |
      | 31/12/2026 | Đô thị    | Không                               | 2.000.001                    | đủ điều kiện       | average_household |                            |

  Tình huống: Ngày cuối của chuẩn nghèo giai đoạn 2027 - 2030
    Biết "Diện hộ" là Hộ nghèo
    Và ngày xét là 31/12/2030
    Khi xét "Xác định hộ nghèo, hộ cận nghèo"
    Thì kết quả là "đủ điều kiện"

  # Poverty, e1: chưa có Giấy chứng nhận mà số liệu là của hộ nghèo: tạm xác định là hộ nghèo, kèm nơi nộp Mẫu số 01
  Tình huống: Chưa có Giấy chứng nhận, thu nhập 1 triệu đồng và thiếu hụt ba chỉ số
    Biết hồ sơ:
      | Diện hộ                               | Không     |
      | Thu nhập bình quân đầu người          | 1 triệu   |
      | Có nguồn nước hợp vệ sinh             | không     |
      | Có nhà tiêu hợp vệ sinh               | không     |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng | có        |
    Khi xét "poverty_status"
    Thì kết quả là "đủ điều kiện"
    Và kết luận là tạm xác định
    Và đạt "poor_household"
    Và đạt "poor_without_certificate"
    Và đạt "no_certificate"
    Và kết quả từng dòng là:
      | Diện hộ      | Có trẻ em dưới 16 tuổi suy dinh dưỡng | Thu nhập bình quân đầu người | kết quả            | đạt                           | không đạt                | chưa xác định             | tạm xác định |
      | Không        | có                                    | 1.500.000                    | đủ điều kiện       | poor_without_certificate      |                          |                           | có           |
      | Không        | không                                 | 1.500.000                    | đủ điều kiện       | near_poor_without_certificate |                          |                           | có           |
      | Không        | có                                    | 3.000.000                    | không đủ điều kiện |                               | poor_without_certificate |                           | không        |
      | Không        |                                       | 1.500.000                    | chưa đủ thông tin  |                               |                          | poor_without_certificate  |              |
      |              | có                                    | 1.500.000                    | đủ điều kiện       | poor_by_certificate           |                          |                           | có           |
      | Hộ nghèo     | có                                    | 1.500.000                    | đủ điều kiện       | poor_by_certificate           |                          |                           | không        |

  # Poverty: Giấy chứng nhận hộ cận nghèo nhưng số liệu là của hộ nghèo: theo Giấy chứng nhận, đề nghị rà soát lại
  Tình huống: Giấy chứng nhận hộ cận nghèo trái với số liệu
    Biết hồ sơ:
      | Diện hộ                               | Hộ cận nghèo |
      | Có nguồn nước hợp vệ sinh             | không        |
      | Có nhà tiêu hợp vệ sinh               | không        |
      | Có trẻ em dưới 16 tuổi suy dinh dưỡng | có           |
    Khi xét "poverty_status"
    Thì kết quả là "đủ điều kiện"
    Và đạt "near_poor_household"
    Và đạt "near_poor_by_certificate"

  # M11: chuẩn nghèo giai đoạn 2011 - 2015, 2016 - 2021 theo Giấy chứng nhận
  Tình huống: Trước năm 2022 xét theo Giấy chứng nhận của cấp xã
    Khi xét "poverty_status"
    Thì kết quả từng dòng là:
      | Ngày xét   | Diện hộ      | kết quả                  | đạt                        | chưa xác định              |
      | 14/03/2011 | Hộ nghèo     | ngoài phạm vi bộ quy tắc |                            |                            |
      | 15/03/2011 | Hộ nghèo     | đủ điều kiện             | poor_certificate_then      |                            |
      | 04/01/2016 | Hộ cận nghèo | đủ điều kiện             | near_poor_certificate_then |                            |
      | 04/01/2016 |              | chưa đủ thông tin        |                            | poor_certificate_then      |
      | 04/01/2016 | Không        | chưa đủ thông tin        |                            | average_household          |
      | 05/01/2016 | Hộ nghèo     | đủ điều kiện             | poor_household             |                            |
      | 31/12/2021 | Hộ cận nghèo | đủ điều kiện             | near_poor_household        |                            |
      | 31/12/2021 |              | chưa đủ thông tin        |                            | near_poor_certificate_then |
      | 31/12/2021 | Không        | chưa đủ thông tin        |                            | average_household          |

  # Poverty: chưa có Giấy chứng nhận, theo chuẩn từ năm 2027
  Tình huống: Chưa có Giấy chứng nhận, từ năm 2027
    Biết hồ sơ:
      | Diện hộ                      | Không     |
      | Thu nhập bình quân đầu người | 2.000.000 |
      | Có nguồn nước hợp vệ sinh    | không     |
      | Có nhà tiêu hợp vệ sinh      | không     |
    Khi xét "poverty_status"
    Thì kết quả từng dòng là:
      | Ngày xét   | Rác thải sinh hoạt được thu gom, xử lý | kết quả      | đạt                           | tạm xác định |
      | 01/01/2027 | không                                  | đủ điều kiện | poor_without_certificate      | có           |
      | 01/01/2027 | có                                     | đủ điều kiện | near_poor_without_certificate | có           |

  # Poverty: từ năm 2027, hộ đã được rà soát theo chuẩn riêng của tỉnh thì không xét như hộ chưa có Giấy chứng nhận
  Tình huống: Chỉ theo chuẩn riêng của tỉnh, hoặc số liệu còn thiếu, từ năm 2027
    Biết hồ sơ:
      | Thu nhập bình quân đầu người | 2.000.000 |
      | Có nguồn nước hợp vệ sinh    | không     |
      | Có nhà tiêu hợp vệ sinh      | không     |
    Khi xét "poverty_status"
    Thì kết quả từng dòng là:
      | Ngày xét   | Diện hộ                             | Rác thải sinh hoạt được thu gom, xử lý | kết quả            | không đạt                 | chưa xác định                 |
      | 01/01/2027 | Chỉ theo chuẩn nghèo riêng của tỉnh | không                                  | không đủ điều kiện | no_certificate            |                               |
      | 01/01/2027 | Chỉ theo chuẩn nghèo riêng của tỉnh | có                                     | không đủ điều kiện | income_above_poverty_line |                               |
      | 01/01/2027 | Không                               |                                        | chưa đủ thông tin  |                           | poor_without_certificate      |
      | 01/01/2027 | Không                               |                                        | chưa đủ thông tin  |                           | near_poor_without_certificate |

  # SUP-1: từ năm 2027 chưa rõ mức của hộ có mức sống trung bình; mức dưới của khoảng này vẫn là chuẩn nghèo
  Tình huống: Hộ có mức sống trung bình từ năm 2027
    Khi xét "poverty_status"
    Thì kết quả từng dòng là:
      | Ngày xét   | Khu vực   | Diện hộ                             | Thu nhập bình quân đầu người | kết quả            | không đạt                  | chưa xác định            |
      | 01/01/2027 | Nông thôn | Chỉ theo chuẩn nghèo riêng của tỉnh | 2.200.000                    | không đủ điều kiện | income_within_average_line |                          |
      | 01/01/2027 | Nông thôn | Chỉ theo chuẩn nghèo riêng của tỉnh | 2.200.001                    | chưa đủ thông tin  |                            | income_not_above_average |
      | 01/01/2027 | Đô thị    | Chỉ theo chuẩn nghèo riêng của tỉnh | 2.800.000                    | không đủ điều kiện | income_above_poverty_line  |                          |
      | 01/01/2027 | Nông thôn |                                     | 2.200.001                    | chưa đủ thông tin  |                            | not_certified_poor       |

  # M11: ngày cuối của chuẩn nghèo giai đoạn 2016 - 2021
  Tình huống: Ngày cuối cùng xét theo Giấy chứng nhận của chuẩn cũ
    Biết ngày xét là 31/12/2021
    Khi xét "poverty_status"
    Thì kết quả từng dòng là:
      | Diện hộ  | kết quả           | đạt                   | chưa xác định     |
      | Hộ nghèo | đủ điều kiện      | poor_certificate_then |                   |
      | Không    | chưa đủ thông tin |                       | average_household |

  Tình huống: Mức sống trung bình đến hết năm 2021 chưa được đối chiếu
    Biết "Diện hộ" là Không
    Và ngày xét là 31/12/2021
    Khi xét "poverty_status"
    Thì kết quả là "chưa đủ thông tin"
    Và có lưu ý về "average_household"
